import sys

sys.path.insert(0, '/lab')
from town import ask

sys.exit(0 if ask('bearing')[1].get('pump') == 'well' else 1)
