! dig +time=1 +tries=1 "www.$ZONE" @10.42.0.12 | grep -q 'status: NOERROR'
