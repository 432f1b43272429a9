-- Trillet: the name.
require('measured')
local headers = 'x-api-key: ' .. os.getenv('BENCH_KEY') .. '\r\nx-workspace-id: ' .. os.getenv('BENCH_WORKSPACE') .. '\r\n'
measure(function(customer, value)
  return 'POST', '/v1/api/conversations/conversation' .. customer .. '/customer/edit', headers, '{"name":"Ann ' .. value .. '"}'
end)
