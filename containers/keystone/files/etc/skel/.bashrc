# Your own settings go here. Those for everybody are in /etc/bash.bashrc.
