-- What every load shares. Sends until its time is over, waits until everything is answered and then ends wrk, so that what wrk counted is what the host did:
-- without that, wrk hangs up on as many requests as it has connections, and nobody knows which of them were carried out.
local ffi = require('ffi')
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } moment;
  int clock_gettime(int clock, moment *now);
  int getpid(void);
  int kill(int process, int signal);
]]

local monotonic, interrupt, forever = 1, 2, 3600000
local now = ffi.new('moment')
local function microseconds()
  ffi.C.clock_gettime(monotonic, now)
  return tonumber(now.seconds) * 1e6 + tonumber(now.nanoseconds) / 1e3
end

local function setting(name)
  return (assert(os.getenv('BENCH_' .. name), 'BENCH_' .. name .. ' is not set'))
end

local span, connections = tonumber(setting('SECONDS')) * 1e6, tonumber(setting('CONNECTIONS'))
local first, customers, run = tonumber(setting('FIRST')), tonumber(setting('CUSTOMERS')), setting('RUN')
local threads, asked, drained, deadline = {}, 0, 0, nil
math.randomseed(tonumber(setting('SEED')))

-- Of the one thread; read in the end.
started, ended = 0, 0

-- The load: `write` makes method, path, headers and body of a change to the customer with a number. No value comes twice in a run, so that each changes something.
function measure(write)
  request = function()
    asked = asked + 1
    if asked == 2 then -- the first is wrk's own try, and is not sent
      started = microseconds()
      deadline = started + span
    end

    local method, path, headers, body = write(first + math.random(0, customers - 1), run .. '-' .. asked)
    return table.concat({
      method, ' ', path, ' HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n', headers, 'Content-Length: ', #body, '\r\n\r\n', body,
    })
  end
end

-- wrk asks for this after each answer, and before the first request of a connection.
function delay()
  if deadline == nil then
    return 0
  end

  ended = microseconds()
  if ended < deadline then
    return 0
  end

  drained = drained + 1
  if drained == connections then
    ffi.C.kill(ffi.C.getpid(), interrupt)
  end

  return forever
end

function setup(thread)
  table.insert(threads, thread)
end

function done(summary, latency)
  local thread, errors = threads[1], summary.errors
  io.write(string.format('RESULT %d %d %d %d %d\n',
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    thread:get('ended') - thread:get('started'), latency:percentile(50), latency:percentile(99)))
end
