# See the first task.
:
