# It hurts while the server that runs has no address.
import os
import sys

from archive import Archive

archive = Archive()
[server] = archive.servers(os.environ['SERVER'])
sys.exit(0 if any('got no address' in line for line in archive.console(server)) else 1)
