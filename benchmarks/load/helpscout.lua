-- Help Scout: the job title.
require('measured')
local headers = 'Authorization: Bearer ' .. os.getenv('BENCH_KEY') .. '\r\n'
measure(function(customer, value)
  return 'PATCH', '/v2/customers/' .. customer, headers, '[{"op":"replace","path":"/jobTitle","value":"' .. value .. '"}]'
end)
