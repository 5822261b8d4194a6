mariadb -e "set global wsrep_provider_pc_ignore_quorum = on; set global wsrep_provider_pc_ignore_sb = on; set global wsrep_provider_pc_bootstrap = on"
