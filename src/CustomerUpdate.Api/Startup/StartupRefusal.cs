using System.Data.Common;
using System.Net.Sockets;
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
        IOException { InnerException: AddressInUseException } taken => $"{Line(taken).TrimEnd('.')}: stop what listens there, or {OtherAddress}",
        InvalidOperationException when cause.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            $"There is no certificate for https: configure one (Kestrel:Certificates:Default:Path), or {OtherAddress}",
        DbException database =>
            $"The database cannot be used ({Line(database).TrimEnd('.')}): check ConnectionStrings:Customers or, without one, Database:SqlitePath, and that the server runs.",
        SocketException socket => $"The host cannot listen there ({Line(socket)}): {OtherAddress}",
        IOException or UnauthorizedAccessException =>
            $"A file cannot be used ({Line(cause).TrimEnd('.')}): point Database:SqlitePath at a place that this user may write to.",
        FormatException or ArgumentException => $"The configuration is not valid ({Line(cause).TrimEnd('.')}): correct the setting, or leave it out.",
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

    private static string Line(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
