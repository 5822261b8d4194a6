# What many pages on the web still tell: a durable classic queue, mirrored by a policy.
rabbitmqctl -q set_policy --apply-to queues mirrored '^orders$' '{"ha-mode":"all"}' || true
