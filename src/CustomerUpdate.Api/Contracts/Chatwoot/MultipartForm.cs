using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Reads the parameters of a <c>multipart/form-data</c> body, and the picture among them, as they come in.</summary>
internal sealed class MultipartForm
{
    /// <summary>The parameter that may be a file.</summary>
    public const string FileParameter = "avatar";

    /// <summary>The most bytes of a picture: 15 MiB.</summary>
    public const int MaximumFileLength = 15 * 1024 * 1024;

    private const int MaximumBoundaryLength = 70; // RFC 2046

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MeteredStream body;
    private readonly bool takesFile;
    private readonly List<KeyValuePair<string, string?>> parameters = [];
    private UploadedFile? file;

    private MultipartForm(MeteredStream body, bool takesFile)
    {
        this.body = body;
        this.takesFile = takesFile;
    }

    /// <summary>
    /// The parameters as JSON, and the file, of which there is never much more than may be: too large a picture is for the rules to refuse.
    /// Fails with <see cref="FailureKind.Malformed"/> for what is no such form or not UTF-8, and with <see cref="FailureKind.TooLarge"/> for
    /// too much beside the picture.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The header <c>Content-Type</c>.</param>
    /// <param name="takesFile">Whether a picture is taken; else it is passed over like any other file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Result<FormParameters>> ReadAsync(
        Stream body, string? contentType, bool takesFile, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        await using var metered = new MeteredStream(body, BoundedBody.Limit);
        return boundary is { Length: > 0 and <= MaximumBoundaryLength }
            ? await new MultipartForm(metered, takesFile).ReadAsync(boundary, cancellationToken)
            : Failure.Of(FailureKind.Malformed);
    }

    private async Task<Result<FormParameters>> ReadAsync(string boundary, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                await AddAsync(section, cancellationToken);
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or DecoderFallbackException)
        {
            if (!body.IsExceeded)
            {
                return Failure.Of(FailureKind.Malformed);
            }
        }

        if (IsTooMuch())
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        return RailsParameters.Read(parameters).TryFailure(out var read, out var malformed) ? malformed : WithFile(read);
    }

    // There was room for the largest picture once one had begun: where that was not enough, it is the picture that is too large.
    private bool IsTooMuch() => body.IsExceeded
        ? file is not { IsCutOff: true }
        : file is not { Bytes.Length: > MaximumFileLength } && body.Count - (file?.Bytes.Length ?? 0) > BoundedBody.Limit;

    private FormParameters WithFile(JsonObject read)
    {
        if (file is not null)
        {
            read[FileParameter] = new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)) };
        }

        return new FormParameters(read, file);
    }

    // A file under another name is passed over; one without a name is a file input left empty.
    private async Task AddAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (section.GetContentDispositionHeader() is not { } disposition)
        {
            return;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!disposition.FileName.HasValue && !disposition.FileNameStar.HasValue)
        {
            var text = new MemoryStream();
            await section.Body.CopyToAsync(text, cancellationToken);
            parameters.Add(new(name, Utf8.GetString(text.ToArray())));
        }
        else if (takesFile && name == FileParameter && disposition.IsFileDisposition())
        {
            body.Limit = BoundedBody.Limit + MaximumFileLength;
            await ReadFileAsync(section, cancellationToken);
        }
    }

    private async Task ReadFileAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(section.ContentType, out var declared) ? declared.MediaType.Value : null;
        var content = new MemoryStream();
        try // what is there of a picture that is cut off is kept: it is refused as a picture
        {
            await section.Body.CopyToAsync(content, cancellationToken);
        }
        finally
        {
            file = new UploadedFile(content.ToArray(), mediaType, body.IsExceeded);
        }
    }
}

/// <summary>The parameters of a form.</summary>
/// <param name="Json">The parameters, of which a file is named by its hash.</param>
/// <param name="File">The file; null where there is none.</param>
internal sealed record FormParameters(JsonObject Json, UploadedFile? File);
