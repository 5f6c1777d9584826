#!/bin/sh
# Calls Arith.multiply of a node with nothing but redis-cli, and prints the reply.
#
#   java -jar samples/target/samples.jar serve --redis redis://127.0.0.1:6379 --node node-1
#   ./call.sh redis://127.0.0.1:6379 node-1 7 8
set -eu
uri=$1 node=$2 a=$3 b=$4
id="shell-$$"
redis-cli -u "$uri" LPUSH "nodes:$node" \
  '{"jsonrpc":"2.0","id":"'"$id"'","method":"Arith.multiply","params":['"$a,$b"']}' > /dev/null
redis-cli -u "$uri" BRPOP "nodes:$node:$id" 10 | tail -n 1
