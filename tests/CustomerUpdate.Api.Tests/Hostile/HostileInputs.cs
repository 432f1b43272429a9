using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>Makes hostile requests of good ones: the same seed makes the same ones.</summary>
internal sealed class HostileInputs(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001", "\ud800", "'", "''; DROP TABLE customers; --", "\" OR 1=1 --", "%", "_", "\\", "../../etc/passwd", "%00", "{{7*7}}", "${jndi:x}",
        "line\r\nInjected: yes", "\u202e\u0000", "null", "NaN", "-1", "0", "1e400", "9223372036854775808", "-9223372036854775809", "true", "[]", "{}",
        "2026-13-45T99:99:99Z", "9999-12-31T23:59:59.9999999Z", "00000000-0000-0000-0000-000000000000", "+", "+1", "+999999999999999999", "a@b", "@", "ａ＠ｂ",
        "\U0001F600", "e\u0301", "İ", "ß", "http://[::1", "javascript:alert(1)", "data:text/html,x", "(firstName:\"a\" AND", "((((((((((", "createdAt=desc",
        "/emails/-/value", "/0/-", "~2", "W/\"1\"", "\"1-chatwoot\"", "*", ",", ";", "=", "&", "#", "?",
    ];

    private static readonly string[] RawBodies =
    [
        "", "null", "true", "0", "\"\"", "[]", "{}", "{", "[", "}", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "[1e999]",
        "{\"a\":1e-999}", "\ufeff{}", "{\"a\":01}", "{'a':1}", "{\"a\":1,}", "// x\n{}", "a=1&a[b]=2&a[][c]=3", "a[b", "%", "a=%ff", "<a/>", "[[[[[[[[", "{}{}",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "application/merge-patch+json", "application/json-patch+json", "application/x-www-form-urlencoded",
        "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/x-ndjson", "*/*", "x",
    ];

    private static readonly string[] Headers =
    [
        "If-Match", "If-None-Match", "Idempotency-Key", "Prefer", "X-Customer-Otp", "X-Request-Id", "Accept", "Authorization", "api_access_token", "x-workspace-id",
        "Content-Encoding", "Range", "X-Forwarded-For",
    ];

    private static readonly string[] Queries =
    [
        "page", "size", "skip", "take", "limit", "cursor", "filter", "filter[name][contains]", "orderBy", "sort", "sortField", "sortOrder", "query", "q", "labels[]",
        "firstName", "modifiedSince", "email", "phone", "phone_number", "include_contact_inboxes", "OR[0][name]", "a[b][c][d]", "name", "custom_attributes[x]",
    ];

    private readonly Random random = new(seed);

    /// <summary>A hostile request.</summary>
    public HttpRequestMessage Next(RequestExample good)
    {
        var path = random.Next(3) == 0 ? Path(good.Path) : good.Path;
        path = random.Next(3) == 0 ? Query(path) : path;
        var request = new HttpRequestMessage(new HttpMethod(random.Next(40) == 0 ? "PROPFIND" : good.Method), path);
        foreach (var (name, value) in good.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (good.ContentType is not null || random.Next(10) == 0)
        {
            request.Content = new ByteArrayContent(Body(good.Body));
            var type = random.Next(12) == 0 ? Pick(Types) : good.ContentType ?? "application/json";
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : null;
        }

        for (var extra = random.Next(-2, 3); extra > 0; extra--)
        {
            request.Headers.TryAddWithoutValidation(Pick(Headers), InHeader(Text()));
        }

        return request;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private string Text() => random.Next(12) switch
    {
        0 => new string((char)random.Next(32, 0x2ff), random.Next(1, 3_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next(1, 0xfff0))),
        2 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        _ => Pick(Texts),
    };

    // What the client itself would not send is left out: it is the host that is tested.
    private static string InHeader(string text) => string.Concat(text.Where(character => character is >= ' ' and < '\x7f')).Trim();

    private string Path(string path)
    {
        var (only, query) = path.Split('?') is [var before, var after] ? (before, $"?{after}") : (path, "");
        var segments = only.Split('/');
        var index = random.Next(1, segments.Length);
        var text = Text();
        segments[index] = random.Next(4) switch
        {
            0 => segments[index] + Escaped(text),
            1 => segments[index] + "/",
            2 => "%ff%fe",
            _ => Escaped(text.Length > 500 ? text[..500] : text),
        };
        return (string.Join('/', segments) is var made && made.StartsWith("//", StringComparison.Ordinal) ? $"/x{made}" : string.Join('/', segments)) + query;
    }

    private string Query(string path)
    {
        var joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var added = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Uri.EscapeDataString(Pick(Queries))}={Escaped(Short(Text()))}");
        return $"{path}{joint}{string.Join('&', added)}{(random.Next(20) == 0 ? "&%ff=%c3%28&a[=1&=" : "")}";
    }

    private static string Short(string text) => text.Length > 1_000 ? text[..1_000] : text;

    private static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => $"%{octet:x2}"));

    private byte[] Body(string good)
    {
        switch (random.Next(10))
        {
            case 0:
                return Encoding.UTF8.GetBytes(Pick(RawBodies));
            case 1:
                return Broken(Encoding.UTF8.GetBytes(good));
            case 2 when random.Next(20) == 0:
                return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000)));
            case 3 when random.Next(20) == 0:
                return Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("""{"op":"replace","path":"/firstName","value":"x"}""", 10_000))}]");
            case 4 when random.Next(40) == 0:
                return new byte[1_100_000];
            default:
                return Encoding.UTF8.GetBytes(Mutated(Parsed(good), 0)?.ToJsonString() ?? "null");
        }
    }

    private byte[] Broken(byte[] good)
    {
        var broken = good.Take(random.Next(good.Length + 1)).ToList();
        for (var count = random.Next(4); count > 0 && broken.Count > 0; count--)
        {
            broken[random.Next(broken.Count)] = (byte)random.Next(256);
        }

        return [.. broken];
    }

    private static JsonNode? Parsed(string good)
    {
        try
        {
            return good.Length == 0 ? new JsonObject() : JsonNode.Parse(good.Split('\n') is [var first, ..] && first.EndsWith('}') ? first : good);
        }
        catch (System.Text.Json.JsonException)
        {
            return new JsonObject(); // a form
        }
    }

    private JsonNode? Mutated(JsonNode? node, int depth)
    {
        if (random.Next(depth == 0 ? 20 : 5) == 0)
        {
            return Anything(depth);
        }

        return node switch
        {
            JsonObject members => Mutated(members, depth),
            JsonArray items => new JsonArray([.. Repeated(items).Select(item => Mutated(item, depth + 1))]),
            _ => node?.DeepClone(),
        };
    }

    private JsonObject Mutated(JsonObject members, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
        {
            made[random.Next(15) == 0 ? Wellformed(Text()) : name] = Mutated(value, depth + 1);
        }

        return made;
    }

    private IEnumerable<JsonNode?> Repeated(JsonArray items) =>
        random.Next(10) == 0 ? Enumerable.Range(0, random.Next(1, 600)).Select(_ => items.Count == 0 ? null : items[0]) : items;

    private JsonNode? Anything(int depth) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonNode.Parse(Pick(["1e28", "1E400", "-0.0000000000000000000000000001", "1e-400", "79228162514264337593543950336", "0.1"])),
        4 => new JsonArray(depth < 60 ? Anything(depth + 12) : null),
        5 => new JsonObject { [Wellformed(Text())] = depth < 60 ? Anything(depth + 12) : null },
        6 => JsonValue.Create(new string('x', random.Next(1, 70_000))),
        _ => JsonValue.Create(Wellformed(Text())),
    };

    // A lone surrogate is written raw by the cases that do so on purpose; the writer of JSON refuses it.
    private static string Wellformed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
