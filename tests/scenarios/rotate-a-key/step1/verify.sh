#!/bin/bash
if [ -e /srv/keys/old ]; then exit 7; fi
