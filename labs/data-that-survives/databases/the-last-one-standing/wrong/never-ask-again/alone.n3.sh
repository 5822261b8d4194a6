mariadb -e "set global wsrep_provider_options = 'pc.ignore_quorum=true; pc.ignore_sb=true; pc.bootstrap=true'"
