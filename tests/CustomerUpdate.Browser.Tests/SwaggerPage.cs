using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CustomerUpdate.Browser.Tests;

/// <summary>The Swagger page in a headless browser, as somebody uses it who reads what it says.</summary>
internal sealed class SwaggerPage : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<string> errors = new();

    private SwaggerPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
        page.Request += (_, request) => requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Enqueue(error);
    }

    /// <summary>All that the page asked for.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>All that went wrong in it.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Where it is now.</summary>
    public string Url => page.Url;

    /// <summary>Opens an address.</summary>
    public static async Task<SwaggerPage> OpenAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CUSTOMERUPDATE_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = Flags,
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        var swagger = new SwaggerPage(playwright, browser, page);
        await page.GotoAsync(address.ToString());
        await page.Locator(".swagger-ui .info .title").WaitForAsync();
        return swagger;
    }

    /// <summary>The documents that can be chosen, by their titles.</summary>
    public async Task<IReadOnlyList<string>> ListDocumentsAsync() => await page.Locator(".topbar select option").AllInnerTextsAsync();

    /// <summary>Chooses a document.</summary>
    public async Task ChooseAsync(string title)
    {
        await page.Locator(".topbar select").SelectOptionAsync(new SelectOptionValue { Label = title });
        await page.Locator(".info .title", new PageLocatorOptions { HasTextString = title }).WaitForAsync();
        await page.Locator(".opblock").First.WaitForAsync();
    }

    /// <summary>Authorises with the values that the page itself names.</summary>
    public async Task AuthoriseAsync()
    {
        var rows = page.Locator(".info table tbody tr");
        await page.Locator(".scheme-container .btn.authorize").ClickAsync();
        for (var row = 0; row < await rows.CountAsync(); row++)
        {
            var cells = await rows.Nth(row).Locator("td").AllInnerTextsAsync();
            var form = page.Locator(".modal-ux .auth-container").Filter(new LocatorFilterOptions { HasTextString = cells[0] });
            await form.Locator("input").FillAsync(cells[1]);
            await form.Locator("button.authorize").ClickAsync();
            await form.Locator("button", new LocatorLocatorOptions { HasTextString = "Logout" }).WaitForAsync();
        }

        await page.Locator(".modal-ux .btn-done").First.ClickAsync();
    }

    /// <summary>How many operations do something, as the page says it.</summary>
    public Task<int> CountAsync(string summary) => Operations(summary).CountAsync();

    /// <summary>Opens an operation, tries it out as it stands and reads the status of the answer.</summary>
    public async Task<string> ExecuteAsync(int position, string summary)
    {
        var operation = Operations(summary).Nth(position);
        await operation.Locator(".opblock-summary-control").First.ClickAsync();
        await operation.Locator(".try-out__btn").ClickAsync();
        await operation.Locator(".btn.execute").ClickAsync();
        var status = operation.Locator(".live-responses-table .response .response-col_status");
        await status.WaitForAsync();
        return (await status.InnerTextAsync()).Trim();
    }

    /// <summary>Keeps a picture of the whole page among the build's artefacts.</summary>
    public Task KeepPictureAsync(string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureOf(name), FullPage = true });

    /// <summary>Keeps a picture of the first request that was tried out, and of its answer.</summary>
    public async Task KeepPictureOfAnswerAsync(string name)
    {
        await page.Locator(".opblock-body .execute-wrapper, .opblock-body .btn-group").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".live-responses-table").First.ScrollIntoViewIfNeededAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureOf(name) });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private ILocator Operations(string summary) => page.Locator(".opblock")
        .Filter(new LocatorFilterOptions { Has = page.Locator(".opblock-summary-description").GetByText(summary, new LocatorGetByTextOptions { Exact = true }) });

    private static string PictureOf(string name) => Path.Combine(Artefacts(), $"{name.Replace(' ', '-').ToLowerInvariant()}.png");

    private static string Artefacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CustomerUpdate.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout of the repository.");
        }

        return Path.Combine(folder.FullName, "artifacts", "screenshots");
    }
}
