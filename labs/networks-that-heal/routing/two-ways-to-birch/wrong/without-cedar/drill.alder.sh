# The liar is not listened to any more, until the router starts again.
birdc disable cedar >/dev/null
