# It hurts as soon as birch reaches the others: from now on what it believes matters.
timeout 5 bash -c 'exec 3<>/dev/tcp/10.79.0.10/5672'
