#!/bin/bash
set -e
stat /srv/keys/new/key1
