using System.Globalization;
using System.Text;
using Gongkai.Core.Requests;
using Gongkai.Letters.Writing;
using Gongkai.UseCases;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Pages.Reports;

namespace Gongkai.Workbench.Cases;

/// <summary>下载：附件、文书、登记簿、表三、期限日历。</summary>
public static class CaseDownloads
{
    /// <summary>加上各个去处。</summary>
    public static void MapCaseDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests/{number}/files/{file:guid}", FileAsync);
        routes.MapGet("/requests/{number}/sheets/{type:alpha}.docx", SheetAsync);
        routes.MapGet("/register.csv", (HttpContext http, CurrentActor current, ExportRegister export, CancellationToken cancellation) => RegisterAsync(http, current, export, "csv", cancellation));
        routes.MapGet("/register.xlsx", (HttpContext http, CurrentActor current, ExportRegister export, CancellationToken cancellation) => RegisterAsync(http, current, export, "xlsx", cancellation));
        routes.MapGet("/table-three.csv", TableThreeAsync);
        routes.MapGet("/due-dates/{token}.ics", FeedAsync).AllowAnonymous();
        routes.MapGet("/letter.css", () => Results.Text(LetterHtml.Stylesheet, "text/css", Encoding.UTF8)).AllowAnonymous();
    }

    private static async Task<IResult> FileAsync(string number, Guid file, CurrentActor current, ViewCase cases, SeeApplicant see, CancellationToken cancellation)
    {
        var view = await cases.RunAsync(current.Actor, number, cancellation);
        await see.RunAsync(current.Actor, view, cancellation);
        var open = await cases.FileAsync(current.Actor, number, file, cancellation);

        // 一律当附件存下，不在浏览器里打开：里面是什么由传的人定。
        return Results.File(open.Content, "application/octet-stream", open.Name);
    }

    private static async Task<IResult> SheetAsync(string number, string type, Guid? served, CurrentActor current, ViewCase cases, SeeApplicant see, PrintSheet sheets, CancellationToken cancellation)
    {
        var view = await cases.RunAsync(current.Actor, number, cancellation);
        var sheet = await sheets.RunAsync(current.Actor, view.Row.Id, Pages.Requests.SheetModel.TypeOf(type), served, cancellation);
        await see.RunAsync(current.Actor, view, cancellation);
        return Results.File(sheet.Docx(), "application/octet-stream", $"{sheet.Title} {number}.docx");
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, CurrentActor current, ExportRegister export, string format, CancellationToken cancellation)
    {
        var query = new RegisterQuery(http.Request.Query, http.RequestServices.GetRequiredService<PrivateSearch>());
        BadInputException.ThrowIfAny(query.Problems);
        var (items, names) = await export.RunAsync(current.Actor, query.Filter, format, cancellation);
        return format == "csv"
            ? Results.File(Csv(RegisterSheet.Rows(items, names.Staff)), "text/csv; charset=utf-8", "登记簿.csv")
            : Results.File(RegisterSheet.Xlsx(items, names.Staff), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "登记簿.xlsx");
    }

    private static async Task<IResult> TableThreeAsync(HttpContext http, CurrentActor current, CountTableThree count, LawBook law, CancellationToken cancellation)
    {
        var query = new TableThreeQuery(http.Request.Query, law.Today, await count.AgenciesAsync(current.Actor, cancellation));
        BadInputException.ThrowIfAny(query.Problems);
        if (query.Agency is null)
        {
            return Results.NotFound();
        }

        var table = await count.RunAsync(current.Actor, await TableThreeModel.AgenciesOfAsync(count, current.Actor, query, cancellation), query.From, query.To, cancellation);
        var form = TableThreeModel.Print(table).Reading.Form;
        string[][] rows =
        [
            ["行", .. form.Columns.Select(c => c.Label)],
            .. form.Rows.Select(row => (string[])[row.Group is { } group ? $"{group} {row.Label}" : row.Label, .. TableThree.Columns.Select(c => table[row.Id, c].ToString(CultureInfo.InvariantCulture))]),
        ];
        return Results.File(Csv(rows), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"表三{(query.WithLower ? "（含下级）" : "")} {query.From:yyyy-MM-dd} 至 {query.To:yyyy-MM-dd}.csv"));
    }

    private static byte[] Csv(IEnumerable<string[]> rows)
    {
        var csv = new WebKit.Csv();
        foreach (var row in rows)
        {
            csv.Row(row);
        }

        return csv.ToBytes();
    }

    private static async Task<IResult> FeedAsync(string token, CalendarFeed feed, CancellationToken cancellation) =>
        Results.Bytes(await feed.ReadAsync(token, cancellation), "text/calendar; charset=utf-8");
}
