-- For wrk: asks for the addresses of a file one after the other, each connection with a pause
-- before each request, so that all of them together ask as often as wanted; prints what it found.
local addresses = {}
local pause = 0
local place = 0
local threads = {}

function setup(thread)
   table.insert(threads, thread)
end

function init(arguments)
   for line in io.lines(arguments[1]) do
      table.insert(addresses, line)
   end
   pause = tonumber(arguments[2])
   math.randomseed(7)
   place = math.random(#addresses)
   refused = 0
end

function delay()
   -- Not all at once: half the pause, and up to as much again by chance.
   return pause == 0 and 0 or pause / 2 + math.random() * pause
end

function request()
   place = place % #addresses + 1
   return wrk.format("GET", addresses[place])
end

function response(status)
   if status ~= 200 then
      refused = refused + 1
   end
end

function done(summary, latency)
   local refused_by_all = 0
   for _, thread in ipairs(threads) do
      refused_by_all = refused_by_all + thread:get("refused")
   end
   local errors = summary.errors
   io.write(string.format(
      '{"seconds": %f, "requests": %d, "refused": %d, "broken": %d, "p50": %f, "p95": %f, "p99": %f}\n',
      summary.duration / 1e6, summary.requests, refused_by_all,
      errors.connect + errors.read + errors.write + errors.timeout,
      latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
