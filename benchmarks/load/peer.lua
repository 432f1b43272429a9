-- The peers behind HTTP: one route for each kind of change.
require('measured')
local headers = 'Authorization: Bearer ' .. os.getenv('BENCH_KEY') .. '\r\n'
local path = '/' .. os.getenv('BENCH_KIND') .. '/'
measure(function(customer, value)
  return 'PATCH', path .. customer, headers, '{"value":"' .. value .. '"}'
end)
