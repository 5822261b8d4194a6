# It hurts while Nova does not hear of birch, and its servers are counted there.
import sys

sys.path.insert(0, '/lab')
import valley
from labcloud import Cloud

cloud = Cloud()
servers = cloud.get('compute', '/servers/detail?all_tenants=1&host=birch')['servers']
sys.exit(0 if servers and valley.service(cloud, 'birch')['state'] == 'down' else 1)
