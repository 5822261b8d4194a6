#!/bin/sh
# What {{SERVER}} does at each start: show the index to readers, and the editor to those who keep it.
mkdir -p /srv/index /srv/editor
echo "Archive of {{TOWN}}: {{SERVER}}, shelf mark {{MARK}}" >/srv/index/index.html
echo "Here the index is changed. Nobody but the archivist should ever read this." >/srv/editor/index.html
httpd -p {{PORT}} -h /srv/index
httpd -p {{EDIT}} -h /srv/editor
