using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>0001：触发器把守只增不改的表，程序有错、有人直接连数据库时也一样。</summary>
internal static class RegisterTriggers
{
    private static readonly string[] _tables = ["RequestEvents", "Audits"];

    public static void Create(MigrationBuilder builder)
    {
        if (builder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            Sqlite(builder);
        }
        else
        {
            Postgres(builder);
        }
    }

    private static void Sqlite(MigrationBuilder builder)
    {
        foreach (var table in _tables)
        {
            foreach (var act in (ReadOnlySpan<string>)["UPDATE", "DELETE"])
            {
                builder.Sql($"""CREATE TRIGGER "{table}_no_{act}" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""");
            }
        }

        // INSERT OR REPLACE 的删除不触发上面的，但在这里先被拦下。
        builder.Sql("""
            CREATE TRIGGER "RequestEvents_no_REPLACE" BEFORE INSERT ON "RequestEvents"
            WHEN EXISTS (SELECT 1 FROM "RequestEvents" WHERE "RequestId" = NEW."RequestId" AND "Sequence" = NEW."Sequence")
            BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: RequestEvents.RequestId, RequestEvents.Sequence'); END
            """);
        builder.Sql("""
            CREATE TRIGGER "Audits_no_REPLACE" BEFORE INSERT ON "Audits"
            WHEN EXISTS (SELECT 1 FROM "Audits" WHERE "Sequence" = NEW."Sequence")
            BEGIN SELECT RAISE(ABORT, 'Audits is append-only'); END
            """);
        builder.Sql("""CREATE TRIGGER "AuditHeads_no_DELETE" BEFORE DELETE ON "AuditHeads" BEGIN SELECT RAISE(ABORT, 'AuditHeads keeps its row'); END""");
    }

    private static void Postgres(MigrationBuilder builder)
    {
        builder.Sql("""
            CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
            """);
        foreach (var table in _tables)
        {
            builder.Sql($"""CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""");
            builder.Sql($"""CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()""");
        }

        builder.Sql("""CREATE TRIGGER "AuditHeads_no_delete" BEFORE DELETE ON "AuditHeads" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""");
        builder.Sql("""CREATE TRIGGER "AuditHeads_no_truncate" BEFORE TRUNCATE ON "AuditHeads" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()""");
    }
}
