-- Chatwoot: a custom attribute.
require('measured')
local headers = 'api_access_token: ' .. os.getenv('BENCH_KEY') .. '\r\n'
local contacts = '/api/v1/accounts/' .. os.getenv('BENCH_ACCOUNT') .. '/contacts/'
measure(function(customer, value)
  return 'PUT', contacts .. customer, headers, '{"custom_attributes":{"note":"' .. value .. '"}}'
end)
