using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace CustomerUpdate.Api.Startup;

/// <summary>Why the host did not start, in one sentence that says what to do about it.</summary>
internal static class StartupRefusal
{
    private const string OtherAddress = "choose another address with --urls, for example --urls http://127.0.0.1:5081.";

    /// <summary>The sentence; null for what nobody foresaw, which is worth its stack trace.</summary>
    public static string? Find(Exception exception) => Causes(exception).Select(Sentence).FirstOrDefault(sentence => sentence is not null);

    private static string? Sentence(Exception cause) => cause switch
    {
        ConfigurationRefusedException refused => refused.Message,
        IOException { InnerException: AddressInUseException } taken => $"{Line(taken)}: stop what listens there, or {OtherAddress}",
        InvalidOperationException when cause.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            $"There is no certificate for https: configure one (Kestrel:Certificates:Default:Path), or {OtherAddress}",
        CryptographicException =>
            $"The certificate for https cannot be used ({Line(cause)}): correct Path and Password under Kestrel:Certificates:Default, or the endpoint's own.",
        DbException or TimeoutException =>
            $"The database cannot be used ({Line(cause)}): check ConnectionStrings:Customers or, without one, Database:SqlitePath, and that the server runs.",
        SocketException => $"The host cannot listen there ({Line(cause)}): {OtherAddress}",
        InvalidDataException => $"A file with settings cannot be read ({Line(cause)}): correct it.",
        IOException or UnauthorizedAccessException => $"A file cannot be used ({Line(cause)}): correct the setting that names it, or let this user read it.",
        InvalidOperationException when cause.Message.Contains("onfiguration value", StringComparison.Ordinal) =>
            $"A setting is not valid ({Line(cause)}): correct it, or leave it out.",
        FormatException or ArgumentException => $"The configuration is not valid ({Line(cause)}): correct the setting, or leave it out.",
        _ => null,
    };

    // What went wrong with a connection lies inside what the driver made of it: the outermost that is known says most.
    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string Line(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
