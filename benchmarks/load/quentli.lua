-- Quentli: a metadata entry.
require('measured')
local headers = 'Authorization: Bearer ' .. os.getenv('BENCH_KEY') .. '\r\n'
measure(function(customer, value)
  return 'PATCH', '/v1/customers/cmbench0000customer' .. customer, headers, '{"input":{"data":{"metadata":[{"key":"note","value":"' .. value .. '"}]}}}'
end)
