mariadb -e "set global wsrep_provider_pc_bootstrap = on"
