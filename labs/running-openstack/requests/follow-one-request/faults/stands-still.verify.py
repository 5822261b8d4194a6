# It hurts while the frozen service is missed and the server is not there.
import os
import sys

from labcloud import Cloud

cloud, name = Cloud(), os.environ['SERVER'] + '-annex'
services = [one for one in cloud.get('compute', '/os-services')['services'] if one['binary'] == 'nova-' + os.environ['STILL']]
servers = [one for one in cloud.get('compute', '/servers/detail')['servers'] if one['name'] == name]
missed = all(one['state'] == 'down' for one in services)
sys.exit(0 if missed and servers and servers[0]['status'] != 'ACTIVE' else 1)
