-- Insighto: a user attribute. Its key travels in the query.
require('measured')
local query = '?api_key=' .. os.getenv('BENCH_KEY')
measure(function(customer, value)
  return 'PUT', string.format('/api/v1/contact/00000000-0000-4000-8000-%012d', customer) .. query, '', '{"user_attributes":{"note":"' .. value .. '"}}'
end)
