using System.Net;
using System.Text;

namespace CustomerUpdate.Api.Tests.Otp;

/// <summary>Listens on a free port of this machine and answers each request with one status.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly HttpListener listener;
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackListener(HttpListener listener, int port)
    {
        this.listener = listener;
        Url = new Uri($"http://127.0.0.1:{port}/otp");
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Ends when a request has come.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>What came, request by request: headers and body.</summary>
    public List<(string Method, System.Collections.Specialized.NameValueCollection Headers, string Body)> Requests { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="status">What to answer; null to answer nothing.</param>
    public static LoopbackListener Start(int? status)
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 60_000);
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
            }
            catch (HttpListenerException)
            {
                continue; // somebody has that port
            }

            var started = new LoopbackListener(listener, port);
            _ = started.AnswerAsync(status);
            return started;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    private async Task AnswerAsync(int? status)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                Requests.Add((context.Request.HttpMethod, context.Request.Headers, await reader.ReadToEndAsync()));
                arrived.TrySetResult();
                if (status is { } known)
                {
                    context.Response.StatusCode = known;
                    context.Response.Headers["Location"] = Url.ToString();
                    context.Response.Close();
                }
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
