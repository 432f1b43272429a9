using System.Net;
using System.Net.Http.Headers;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Pictures that are uploaded, over HTTP.</summary>
public abstract class ChatwootAvatarTests
{
    private const int FifteenMebibytes = 15 * 1024 * 1024;
    private const string TooBig = """422 {"message":"Avatar is too big","attributes":["avatar"]}""";

    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootAvatarTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A00")]
    [InlineData("image/jpeg", "FFD8FFE000")]
    [InlineData("image/gif", "474946383961")]
    [InlineData("image/gif", "474946383761")]
    public async Task A_picture_is_shown_to_whoever_knows_its_address(string type, string hex)
    {
        var customer = await host.Customers.CreateAsync();
        var bytes = Convert.FromHexString(hex);

        var answer = await chatwoot.PutAsync(customer, Form(bytes, ("name", "Grace")));

        Assert.Equal((200, "\"Grace\""), (answer.Status, answer["name"]));
        var address = answer.Contact.GetProperty("thumbnail").GetString()!;
        Assert.StartsWith($"{host.Client.BaseAddress}avatars/", address, StringComparison.Ordinal);
        Assert.Equal(address, (await host.Customers.ReadAsync(customer)).Profile.PhotoUrl); // which is what the others see
        using var shown = await host.Client.GetAsync(new Uri(address));
        Assert.Equal(bytes, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, type), (shown.StatusCode, shown.Content.Headers.ContentType!.ToString()));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("private, max-age=3600", shown.Headers.GetValues("Cache-Control").Single().Replace("max-age=3600, private", "private, max-age=3600", StringComparison.Ordinal));

        using var known = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { shown.Headers.ETag! } } };
        using var unchanged = await host.Client.SendAsync(known);
        Assert.Equal((HttpStatusCode.NotModified, shown.Headers.ETag), (unchanged.StatusCode, unchanged.Headers.ETag));
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, bytes.Length), (head.StatusCode, (int)head.Content.Headers.ContentLength!));
    }

    [Fact]
    public async Task A_new_contact_comes_with_its_picture()
    {
        var made = await chatwoot.SendAsync(HttpMethod.Post, "/api/v1/accounts/1/contacts", Form(Png(9)));

        var address = made.Contact.GetProperty("contact").GetProperty("thumbnail").GetString()!;
        Assert.Equal(200, await StatusOfAsync(address));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called()
    {
        var customer = await host.Customers.CreateAsync();
        const string refusal = """422 {"message":"Avatar filetype not supported","attributes":["avatar"]}""";

        Assert.Equal(refusal, (await chatwoot.PutAsync(customer, Form("<svg onload='alert(1)'/>"u8.ToArray()))).Line);
        Assert.Equal(refusal, (await chatwoot.PutAsync(customer, Form([]))).Line);
        Assert.Equal(
            """422 {"message":"Avatar filetype not supported, Email Invalid email","attributes":["avatar","email"]}""",
            (await chatwoot.PutAsync(customer, Form([1, 2, 3], "text/plain", ("email", "a b")))).Line);
        Assert.Equal(refusal, (await chatwoot.PutAsync(customer, Form("%PDF-1.7"u8.ToArray()))).Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Bytes_of_no_known_type_are_what_their_sender_says()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.PutAsync(customer, Form([1, 2, 3], "image/gif"));

        using var shown = await host.Client.GetAsync(new Uri(answer.Contact.GetProperty("thumbnail").GetString()!));
        Assert.Equal("image/gif", shown.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Who_is_not_there_is_said_before_what_is_wrong_with_the_picture_and_all_that_is_wrong_at_once()
    {
        var customer = await host.Customers.CreateAsync();
        var nobody = ChatwootClient.PathOf("999999999");

        foreach (var extra in new[] { 1, 3 * 1024 * 1024, 20 * 1024 * 1024 })
        {
            var picture = Png(FifteenMebibytes + extra);
            Assert.Equal(404, (await chatwoot.SendAsync(HttpMethod.Put, nobody, Form(picture))).Status);
            Assert.Equal(
                """422 {"message":"Avatar is too big, Email Invalid email","attributes":["avatar","email"]}""",
                (await chatwoot.PutAsync(customer, Form(picture, ("email", "a b")))).Line);
        }
    }

    [Fact]
    public async Task A_picture_has_at_most_15_MiB_and_all_else_at_most_1()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal(200, (await chatwoot.PutAsync(customer, Form(Png(FifteenMebibytes), ("custom_attributes[x]", new string('x', 1000 * 1024))))).Status);
        var stored = await host.Customers.ReadAsync(customer);
        Assert.Equal(TooBig, (await chatwoot.PutAsync(customer, Form(Png(FifteenMebibytes + 1)))).Line);
        Assert.Equal(TooBig, (await chatwoot.PutAsync(customer, Form(Png(FifteenMebibytes + (3 * 1024 * 1024))))).Line);
        Assert.Equal(
            """413 {"error":"The request body must not be larger than 1 MiB, a picture aside, and no contact larger than 4 MiB"}""",
            (await chatwoot.PutAsync(customer, Form(Png(9), ("custom_attributes[x]", new string('x', 1025 * 1024))))).Line);
        Assert.Equal(stored, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Another_picture_an_address_and_nothing_take_the_place_of_a_picture()
    {
        var customer = await host.Customers.CreateAsync();
        var first = await UploadAsync(customer);
        var second = await UploadAsync(customer);
        Assert.NotEqual(first, second);
        Assert.Equal((404, 200), (await StatusOfAsync(first), await StatusOfAsync(second)));

        await chatwoot.PutAsync(customer, """{ "avatar_url": "https://example.com/a.png" }""");
        Assert.Equal(404, await StatusOfAsync(second));

        var third = await UploadAsync(customer);
        await chatwoot.PutAsync(customer, """{ "avatar": null }""");
        Assert.Equal(404, await StatusOfAsync(third));
        Assert.Null((await host.Customers.ReadAsync(customer)).Profile.PhotoUrl);

        var both = await chatwoot.PutAsync(customer, Form(Png(9), ("avatar_url", "https://example.com/b.png")));
        Assert.Equal("\"https://example.com/b.png\"", both["thumbnail"]);
        Assert.Equal(0, await PicturesOfAsync(customer));
    }

    [Fact]
    public async Task The_avatar_route_takes_a_picture_away_wherever_it_came_from()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { PhotoUrl = "https://example.com/a.png" });

        var gone = await chatwoot.DeleteAsync(customer, "/avatar");
        Assert.Equal((200, "\"\"", null, null), (gone.Status, gone["thumbnail"], gone["contact_inboxes"], gone["contact"]));

        var address = await UploadAsync(customer);
        Assert.Equal(200, (await chatwoot.DeleteAsync(customer, "/avatar")).Status);
        Assert.Equal(200, (await chatwoot.DeleteAsync(customer, "/avatar")).Status);
        Assert.Equal(404, await StatusOfAsync(address));
        Assert.Equal(0, await PicturesOfAsync(customer));
    }

    [Fact]
    public async Task A_picture_goes_with_its_customer_and_is_not_in_the_history()
    {
        var customer = await host.Customers.CreateAsync();
        var address = await UploadAsync(customer);
        var path = $"/tenants/{customer.TenantId}/customers/{customer.Id}";

        var history = (await new HubClient(host).GetAsync($"{path}/history")).Body;
        Assert.Contains($"\"field\":\"/photoUrl\",\"before\":null,\"after\":\"{address}\"", history.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await new HubClient(host).DeleteAsync(path);
        Assert.Equal(404, await StatusOfAsync(address));
        Assert.Equal(0, await PicturesOfAsync(customer));
    }

    [Fact]
    public async Task The_survivor_of_a_merge_takes_the_picture_that_it_lacks_and_keeps_its_own()
    {
        var (into, from, last) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var (taken, lost) = (await UploadAsync(from), await UploadAsync(last));

        var merged = await MergeAsync(into, from);
        Assert.Equal(taken, merged.Root.GetProperty("thumbnail").GetString());
        Assert.Equal(200, await StatusOfAsync(taken));

        Assert.Equal(taken, (await MergeAsync(into, last)).Root.GetProperty("thumbnail").GetString());
        Assert.Equal((200, 404), (await StatusOfAsync(taken), await StatusOfAsync(lost)));
    }

    [Fact]
    public async Task The_same_upload_again_is_repeated_and_another_is_another_request()
    {
        var customer = await host.Customers.CreateAsync();
        Task<ChatwootAnswer> SendAsync(byte[] picture) => chatwoot.SendAsync(
            HttpMethod.Put, ChatwootClient.PathOf(customer), Form(picture), ("api_access_token", ChatwootClient.Token), ("Idempotency-Key", "once"));

        var first = await SendAsync(Png(9));

        Assert.Equal(first.Line, (await SendAsync(Png(9))).Line);
        Assert.Equal(422, (await SendAsync(Png(10))).Status);
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
    }

    [Fact]
    public async Task A_dry_run_keeps_no_picture()
    {
        var customer = await host.Customers.CreateAsync();

        var looked = await chatwoot.SendAsync(
            HttpMethod.Put, ChatwootClient.PathOf(customer), Form(Png(9)), ("api_access_token", ChatwootClient.Token), ("Prefer", "dry-run"));

        Assert.Equal(404, await StatusOfAsync(looked.Contact.GetProperty("thumbnail").GetString()!));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D%3D")]
    [InlineData("AAAA%20AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_address_that_nobody_gave_away_shows_nothing(string word) => Assert.Equal(404, await StatusOfAsync($"/avatars/{word}"));

    private static byte[] Png(int length)
    {
        var bytes = new byte[length];
        Convert.FromHexString("89504E470D0A1A0A").CopyTo(bytes, 0);
        return bytes;
    }

    private static MultipartFormDataContent Form(byte[] picture, params (string Name, string Value)[] parameters) =>
        Form(picture, "image/png", parameters);

    private static MultipartFormDataContent Form(byte[] picture, string type, params (string Name, string Value)[] parameters)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        form.Add(new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, "avatar", "a.png");
        return form;
    }

    private async Task<string> UploadAsync(Customer customer) =>
        (await chatwoot.PutAsync(customer, Form(Png(9)))).Contact.GetProperty("thumbnail").GetString()!;

    private Task<ChatwootAnswer> MergeAsync(Customer into, Customer from) => chatwoot.PostAsync(
        "/actions/contact_merge", $$"""{ "base_contact_id": {{ChatwootClient.IdOf(into)}}, "mergee_contact_id": {{ChatwootClient.IdOf(from)}} }""");

    private async Task<int> StatusOfAsync(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return (int)answer.StatusCode;
    }

    private async Task<int> PicturesOfAsync(Customer customer)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        return await db.CustomerAvatars.CountAsync(row => row.CustomerId == customer.Id);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootAvatarsOnPostgres(PostgresHost host) : ChatwootAvatarTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootAvatarsOnSqlite(SqliteHost host) : ChatwootAvatarTests(host);
