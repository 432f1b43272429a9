using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerUpdate.Api.Storage.Migrations.Postgres
{
    /// <summary>
    /// The index by which parts of texts are found. Written by hand, since the model does not know of it: where the extension may not be
    /// created, the same queries read the table.
    /// </summary>
    [DbContext(typeof(PostgresCustomerDbContext))]
    [Migration("20261126120000_SearchByTrigrams")]
    public partial class SearchByTrigrams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DO $$
            BEGIN
                BEGIN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
                    RAISE NOTICE 'Parts of texts are searched without an index, because pg_trgm cannot be created here: %', SQLERRM;
                END;
                IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
                    CREATE INDEX ix_customer_search_text ON customer_search USING gin (text gin_trgm_ops, others gin_trgm_ops);
                END IF;
            END
            $$;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX IF EXISTS ix_customer_search_text;");
    }
}
