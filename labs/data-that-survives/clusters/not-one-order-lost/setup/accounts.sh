# Accounts for the wards, the laboratory and whoever looks on from outside. One start of the tool is dear, one question is not.
chpst -u rabbitmq erl_call -sname rabbit@mq1 -c "$COOKIE" -e >/dev/null <<ERL
Allow = fun(Name, Password) ->
	ok = rabbit_auth_backend_internal:add_user(Name, Password, <<"setup">>),
	ok = rabbit_auth_backend_internal:set_permissions(Name, <<"/">>, <<".*">>, <<".*">>, <<".*">>, <<"setup">>)
end,
Allow(<<"ward">>, <<"$WARD_PASS">>),
Allow(<<"emergency">>, <<"$WARD_PASS">>),
Allow(<<"laboratory">>, <<"$BENCH_PASS">>),
Allow(<<"probe">>, <<"$PROBE_PASS">>),
rabbit_auth_backend_internal:delete_user(<<"guest">>, <<"setup">>).
ERL
