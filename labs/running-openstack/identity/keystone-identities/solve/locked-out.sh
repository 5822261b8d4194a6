new=$(head -c 12 /dev/urandom | base64 | tr -d '/+=')
keystone-manage bootstrap --bootstrap-password "$new"
sed -i "s/password: .*/password: $new/" /home/stack/.config/openstack/clouds.yaml
