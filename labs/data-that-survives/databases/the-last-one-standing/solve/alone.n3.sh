mariadb -e "set global wsrep_provider_options = 'pc.bootstrap=true'"
