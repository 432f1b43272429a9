using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Reads the parameters of a <c>multipart/form-data</c> body.</summary>
internal static class MultipartForm
{
    private const string FileParameter = "avatar";
    private const int MaximumBoundaryLength = 70; // RFC 2046

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parameters as JSON; <see cref="FailureKind.Malformed"/> for what is no such form, or not UTF-8.</summary>
    public static async Task<Result<JsonObject>> ReadAsync(byte[] form, string? contentType, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        if (boundary is not { Length: > 0 and <= MaximumBoundaryLength })
        {
            return Failure.Of(FailureKind.Malformed);
        }

        try
        {
            var parameters = new List<KeyValuePair<string, string?>>();
            var reader = new MultipartReader(boundary, new MemoryStream(form));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (await FindParameterAsync(section, cancellationToken) is { } parameter)
                {
                    parameters.Add(parameter);
                }
            }

            return RailsParameters.Read(parameters);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or DecoderFallbackException)
        {
            return Failure.Of(FailureKind.Malformed);
        }
    }

    // A file's name stands for the file: none is taken yet, and the validator says so. One without a name is a file input left empty.
    private static async Task<KeyValuePair<string, string?>?> FindParameterAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (section.GetContentDispositionHeader() is not { } disposition)
        {
            return null;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!disposition.FileName.HasValue && !disposition.FileNameStar.HasValue)
        {
            var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken);
            return new(name, Utf8.GetString(content.ToArray()));
        }

        return name == FileParameter && disposition.IsFileDisposition() ? new(name, "file") : null;
    }
}
