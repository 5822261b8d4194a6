import sys

sys.path.insert(0, '/lab')
import valley

valley.remember()
