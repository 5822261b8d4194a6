# birch waits as long as ever for cedar.
:
