namespace CustomerUpdate.Api.Swagger;

/// <summary>How the page looks: calmer than it comes, in the reader's own fonts, so that nothing is asked of another host.</summary>
internal static class SwaggerStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        body, .swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .btn, .swagger-ui select, .swagger-ui table thead tr th,
        .swagger-ui .opblock .opblock-summary-description { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        body { background: #fafbfc; }
        .swagger-ui .topbar { background: #12324a; padding: 8px 0; border-bottom: 3px solid #2a9d8f; }
        .swagger-ui .topbar .link svg, .swagger-ui .topbar .link img { display: none; }
        .swagger-ui .topbar .link::after { content: "CustomerUpdate"; color: #fff; font-size: 1.3em; font-weight: 600; letter-spacing: .01em; }
        .swagger-ui .topbar .download-url-wrapper .select-label select { border: 0; border-radius: 4px; min-width: 14em; }
        .swagger-ui .topbar .download-url-wrapper .select-label { max-width: 36em; }
        .swagger-ui .topbar .download-url-wrapper .select-label span { white-space: nowrap; font-weight: 400; }
        .swagger-ui .info { margin: 28px 0 20px; }
        .swagger-ui .info .title { color: #12324a; font-size: 30px; }
        .swagger-ui .info table { width: auto; margin: 12px 0 0; border-collapse: collapse; background: #fff; border: 1px solid #dde4ea; border-radius: 4px; }
        .swagger-ui .info table thead tr th, .swagger-ui .info table tbody tr td, .swagger-ui .info table tbody tr td:first-of-type { padding: 6px 14px; text-align: left; border: 0; font-size: 13px; color: #33475b; }
        .swagger-ui .info table code { color: #12324a; background: #eef4f3; user-select: all; }
        .swagger-ui .servers-title, .swagger-ui .servers { display: none; }
        .swagger-ui .scheme-container { box-shadow: none; background: transparent; padding: 0 0 12px; margin: 0; }
        .swagger-ui .btn.authorize { color: #1f7a6f; border-color: #2a9d8f; }
        .swagger-ui .btn.authorize svg { fill: #1f7a6f; }
        .swagger-ui .btn.execute { background: #1f7a6f; border-color: #1f7a6f; }
        .swagger-ui .opblock { border-radius: 4px; box-shadow: none; }
        .swagger-ui .opblock-tag { border-bottom-color: #dde4ea; color: #12324a; font-size: 20px; }
        .swagger-ui section.models { border-color: #dde4ea; }
        """;
}
