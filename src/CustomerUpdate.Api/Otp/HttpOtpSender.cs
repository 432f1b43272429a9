using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Otp;

/// <summary>
/// Hands codes to a configured address: a POST whose header <see cref="SignatureHeader"/> proves that it comes from here, and when. It follows no
/// redirect, since what it carries is for nobody else, and is not made by the client factory, which would log it.
/// </summary>
internal sealed partial class HttpOtpSender(OtpSenderSettings settings, TimeProvider clock, ILogger<HttpOtpSender> logger) : IOtpSender, IDisposable
{
    /// <summary>
    /// <c>t=</c> the seconds since 1970, <c>,v1=</c> the HMAC-SHA256 in lower-case hexadecimal, under the secret, of those seconds as text, a full
    /// stop and the body.
    /// </summary>
    public const string SignatureHeader = "X-CustomerUpdate-Signature";

    /// <summary>How long the whole exchange may take.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan, // the clock's is used
    };

    /// <inheritdoc/>
    public async Task<Failure?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Sign(JsonSerializer.SerializeToUtf8Bytes(OtpDelivery.Of(message), OtpDeliveryJson.Default.OtpDelivery));
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            if (answer.IsSuccessStatusCode)
            {
                return null;
            }

            Log.Refused(logger, (int)answer.StatusCode);
        }
        catch (HttpRequestException failed)
        {
            Log.Failed(logger, failed.HttpRequestError);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Log.TimedOut(logger, Timeout.TotalSeconds);
        }

        return Failure.Of(FailureKind.OtpNotSent);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private HttpRequestMessage Sign(byte[] body)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        var signature = HMACSHA256.HashData(settings.Secret, signed);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = content };
        request.Headers.TryAddWithoutValidation(SignatureHeader, $"t={seconds},v1={Convert.ToHexStringLower(signature)}");
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Warning, "The sender of one-time passwords answered {Status}")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(21, LogLevel.Warning, "The sender of one-time passwords could not be reached: {Reason}")]
        public static partial void Failed(ILogger logger, HttpRequestError reason);

        [LoggerMessage(22, LogLevel.Warning, "The sender of one-time passwords did not answer within {Seconds} s")]
        public static partial void TimedOut(ILogger logger, double seconds);
    }
}
