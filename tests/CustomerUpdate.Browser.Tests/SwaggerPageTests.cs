namespace CustomerUpdate.Browser.Tests;

/// <summary>What a newcomer does on the Swagger page: choose a document, authorise with the key that it names, try the example out as it stands.</summary>
public sealed class SwaggerPageTests
{
    private const string Update = "Update one customer";

    private static readonly string[] Contracts = ["Trillet", "Quentli", "Help Scout", "Chatwoot", "Insighto"];

    [Fact]
    public async Task Each_contracts_update_works_as_it_stands_and_nothing_is_asked_of_another_host()
    {
        await using var host = await StartedHost.StartAsync();
        await using var page = await SwaggerPage.OpenAsync(host.Address);
        Assert.StartsWith(new Uri(host.Address, "/swagger").ToString(), page.Url, StringComparison.Ordinal);
        Assert.Equal([.. Contracts, "CustomerUpdate hub"], await page.ListDocumentsAsync());

        foreach (var contract in Contracts)
        {
            await page.ChooseAsync(contract);
            await page.KeepPictureAsync(contract);
            await page.AuthoriseAsync();
            var updates = await page.CountAsync(Update);
            Assert.True(updates > 0, contract);
            for (var update = 0; update < updates; update++)
            {
                Assert.Matches("^2[0-9][0-9]", await page.ExecuteAsync(update, Update));
            }

            Assert.Matches("^200", await page.ExecuteAsync(0, "Show one customer"));
            await page.KeepPictureOfAnswerAsync($"{contract} executed");
        }

        AssertClean(page, host);
    }

    [Fact]
    public async Task The_hub_shows_the_demo_customer_as_it_stands()
    {
        await using var host = await StartedHost.StartAsync();
        await using var page = await SwaggerPage.OpenAsync(new Uri(host.Address, "/swagger"));

        await page.ChooseAsync("CustomerUpdate hub");
        await page.KeepPictureAsync("Hub");
        await page.AuthoriseAsync();

        Assert.Matches("^200", await page.ExecuteAsync(0, "Show a tenant"));
        AssertClean(page, host);
    }

    private static void AssertClean(SwaggerPage page, StartedHost host)
    {
        Assert.Empty(page.Errors);
        Assert.NotEmpty(page.Requests);
        Assert.DoesNotContain(
            page.Requests, request => !request.StartsWith("data:", StringComparison.Ordinal) && new Uri(request).Authority != host.Address.Authority);
    }
}
