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
    private byte[]? file;

    private MultipartForm(MeteredStream body, bool takesFile)
    {
        this.body = body;
        this.takesFile = takesFile;
    }

    /// <summary>
    /// The parameters as JSON, and the file. Fails with <see cref="FailureKind.Malformed"/> for what is no such form or not UTF-8, with
    /// <see cref="FailureKind.Invalid"/> for too large a picture, and with <see cref="FailureKind.TooLarge"/> for too much beside it.
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
            return CutOff() ?? Failure.Of(FailureKind.Malformed);
        }

        if ((CutOff() ?? TooMuch()) is { } refused)
        {
            return refused;
        }

        return RailsParameters.Read(parameters).TryFailure(out var read, out var malformed) ? malformed : WithFile(read);
    }

    // There was room for the largest picture once one had begun: then it is the picture that is too large.
    private Failure? CutOff() => !body.IsExceeded ? null : body.Limit > BoundedBody.Limit ? PictureTooLarge() : Failure.Of(FailureKind.TooLarge);

    private Failure? TooMuch() =>
        file?.Length > MaximumFileLength ? PictureTooLarge()
        : body.Count - (file?.Length ?? 0) > BoundedBody.Limit ? Failure.Of(FailureKind.TooLarge)
        : null;

    private static Failure PictureTooLarge() => Failure.Invalid([new Problem(FileParameter, "too_large", "is too big")]);

    private FormParameters WithFile(JsonObject read)
    {
        if (file is not { } bytes)
        {
            return new FormParameters(read, null);
        }

        read[FileParameter] = new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        return new FormParameters(read, new ReadOnlyMemory<byte>(bytes));
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
            parameters.Add(new(name, Utf8.GetString(await ReadAsync(section, cancellationToken))));
        }
        else if (takesFile && name == FileParameter && disposition.IsFileDisposition())
        {
            body.Limit = BoundedBody.Limit + MaximumFileLength;
            file = await ReadAsync(section, cancellationToken);
        }
    }

    private static async Task<byte[]> ReadAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}

/// <summary>The parameters of a form.</summary>
/// <param name="Json">The parameters, of which a file is named by its hash.</param>
/// <param name="File">The file; null where there is none.</param>
internal sealed record FormParameters(JsonObject Json, ReadOnlyMemory<byte>? File);
