using System.Globalization;
using System.Text;
using Gongkai.Letters;
using Gongkai.Letters.Templates;
using Gongkai.Letters.Writing;
using Gongkai.Storage;
using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Letters;

namespace Gongkai.UseCases.Requests;

/// <summary>为一件事出一份文书：取号、填事实、写成 docx 与网页，加密存下。与事件在一个事务里。</summary>
public sealed class IssueLetter(GongkaiDb db, LawBook law, AgencyFactsOf agencies, IFileStore files)
{
    /// <summary>文书的用途名：docx 与网页各一份附件。</summary>
    public const string DocxPurpose = "letter.docx";

    /// <summary>文书的用途名：网页片段。</summary>
    public const string PagePurpose = "letter.html";

    // 各种答复书同用「答」字，号连着编。
    private const string Series = "letter/";

    // 试写用的序号：不会与正文里的数相同，写好之后换成空位。
    private const int TrialSerial = 98_765_432;

    private const long LargestLetter = 4 * 1024 * 1024;

    private static readonly LetterTemplates Templates = LetterTemplates.Default;

    /// <summary>出文书，还没有提交。</summary>
    /// <exception cref="BadInputException">缺必备的要素，逐项列出。</exception>
    internal async Task<IssuedLetter> PutAsync(OpenRequest open, RequestPapers papers, LetterType type, RequestAct act, Actor actor, CancellationToken cancellation)
    {
        return await PutAsync(open, papers, type, act.WordingFor(papers, open.Request), act.On, actor, cancellation);
    }

    /// <summary>按给出的用词出文书，还没有提交；用词为 null 时取现在这一稿答复的。</summary>
    /// <exception cref="BadInputException">缺必备的要素，逐项列出。</exception>
    internal async Task<IssuedLetter> PutAsync(OpenRequest open, RequestPapers papers, LetterType type, LetterWording? given, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var agency = await agencies.OfAsync(open.Agency, cancellation);
        var wording = WordingOf(open, papers, given);
        var template = Templates.Of(type);
        var renderer = new LetterRenderer(Templates);
        var trial = new LetterNumber(open.Agency.LetterMark, template.TypeWord, on.Year, 1);
        Refuse(renderer.WhyNot(type, LetterFactsOf.For(open, papers, agency, wording, trial, on, type)));

        var serial = await db.TakeNumberAsync(open.Agency.Id, Series + template.TypeWord, on.Year, cancellation);
        var number = trial with { Serial = serial };
        var letter = renderer.Render(type, LetterFactsOf.For(open, papers, agency, wording, number, on, type) with { Handler = actor.Name });
        using var key = open.Key();
        var docx = await AddAsync(open, key, DocxPurpose, $"{letter.Title} {number}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", LetterDocx.Write(letter), actor, cancellation);
        await AddAsync(open, key, PagePurpose, number.ToString(), "text/html", Encoding.UTF8.GetBytes(LetterHtml.Write(letter)), actor, cancellation, docx);
        db.Letters.Add(new LetterRow
        {
            Id = docx,
            RequestId = open.Row.Id,
            AgencyId = open.Agency.Id,
            Type = type.ToString(),
            Year = on.Year,
            Serial = serial,
            Number = number.ToString(),
            State = LetterState.Issued,
            AttachmentId = docx,
            IssuedOn = on,
        });
        return new IssuedLetter(docx, number.ToString());
    }

    /// <summary>要素齐全的才出：申请人自己做的事，不因机关的资料没有填全而做不成。</summary>
    internal async Task PutIfCompleteAsync(OpenRequest open, RequestPapers papers, LetterType type, LetterWording wording, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        if ((await TryAsync(open, papers, type, wording, on, cancellation)).Problems.Count == 0)
        {
            await PutAsync(open, papers, type, wording, on, actor, cancellation);
        }
    }

    /// <summary>试写：不取号，文号处写明签发时才编。</summary>
    internal async Task<LetterTrial> TryAsync(OpenRequest open, RequestPapers papers, LetterType type, LetterWording? given, DateOnly on, CancellationToken cancellation, string? handler = null)
    {
        var agency = await agencies.OfAsync(open.Agency, cancellation);
        var number = new LetterNumber(open.Agency.LetterMark, Templates.Of(type).TypeWord, on.Year, TrialSerial);
        var facts = LetterFactsOf.For(open, papers, agency, WordingOf(open, papers, given), number, on, type) with { Handler = handler };
        var renderer = new LetterRenderer(Templates);
        var problems = renderer.WhyNot(type, facts);
        return problems.Count > 0
            ? new LetterTrial(problems, null)
            : new LetterTrial([], LetterHtml.Write(renderer.Render(type, facts)).Replace(TrialSerial.ToString(CultureInfo.InvariantCulture), "＿", StringComparison.Ordinal));
    }

    private static LetterWording WordingOf(OpenRequest open, RequestPapers papers, LetterWording? given) =>
        given ?? (open.Request.Draft is { } draft ? papers.DraftOf(draft.Revision) : null) ?? new LetterWording();

    /// <summary>一份文书网页片段的附件编号，由文书的编号推出。</summary>
    public static Guid PageOf(Guid letter)
    {
        Span<byte> bytes = stackalloc byte[16];
        letter.TryWriteBytes(bytes);
        bytes[15] ^= 0x01;
        return new Guid(bytes);
    }

    private async Task<Guid> AddAsync(OpenRequest open, RequestKey key, string purpose, string name, string media, byte[] content, Actor actor, CancellationToken cancellation, Guid? beside = null)
    {
        var id = beside is { } letter ? PageOf(letter) : Guid.CreateVersion7();
        var sealedContent = key.Seal($"file/{id:N}", content);
        using var stream = new MemoryStream(sealedContent, writable: false);
        var stored = await files.AddAsync(stream, LargestLetter, cancellation);
        db.Attachments.Add(new AttachmentRow
        {
            Id = id,
            RequestId = open.Row.Id,
            Purpose = purpose,
            FileName = key.SealText($"name/{id:N}", name),
            MediaType = media,
            Length = content.Length,
            Address = stored.Address,
            AddedAt = law.Now,
            AddedBy = actor.Id,
        });
        return id;
    }

    private static void Refuse(IReadOnlyList<LetterProblem> problems) =>
        BadInputException.ThrowIfAny([.. problems.Where(p => !p.Element.Contains("文号", StringComparison.Ordinal)).Select(p => new InputProblem(p.Element, p.Message))]);
}
