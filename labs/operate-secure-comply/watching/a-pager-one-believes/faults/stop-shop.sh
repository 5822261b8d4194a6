sv down shop
