import { maySetUp } from '../session/roles.js';
import { ArrowLeft, PackageOpen, ShieldOff } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { ImportFlow } from './import-flow.js';
import { EarlierImports } from './start/earlier-imports.js';
import { StarterKits } from './start/starter-kits.js';
import { forgetUpload, useUpload } from './upload/current-upload.js';
import { UploadDrop } from './upload/upload-drop.js';
import { UploadProgress } from './upload/upload-progress.js';
import { t } from '../language/t.js';

/** What the bot learns from. The address says which import is open, so that a reload changes nothing. */
export default function TicketsStep() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const [params, setParams] = useSearchParams();
  const uploading = useUpload();
  const importId = params.get('import');
  const kits = params.has('kits');

  useEffect(() => {
    if (uploading?.state !== 'sent' || !uploading.importId) return;
    setParams({ import: uploading.importId }, { replace: true });
    forgetUpload();
  }, [uploading, setParams]);

  if (!mayChange) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Tickets are for admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  const start = () => {
    if (uploading?.state === 'failed') forgetUpload();
    setParams({});
  };
  const back = (importId || kits || uploading?.state === 'failed') && (
    <Button tone="quiet" onClick={start}>
      <ArrowLeft size={15} className="rtl:-scale-x-100" aria-hidden /> {t('All ways to begin')}
    </Button>
  );
  return (
    <Page
      title={t('Tickets')}
      description={t('The bot learns from what your customers wrote before. The more of it, the more it can answer.')}
      actions={back}
    >
      {uploading && uploading.state !== 'sent' ? (
        <UploadProgress upload={uploading} />
      ) : importId ? (
        <ImportFlow key={importId} id={importId} onAnother={start} />
      ) : kits ? (
        <StarterKits />
      ) : (
        <>
          <UploadDrop />
          <section className="flex flex-wrap items-center gap-4 rounded-2xl border border-line bg-surface p-4">
            <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
              <PackageOpen size={20} aria-hidden />
            </span>
            <div className="min-w-60 flex-1">
              <h2 className="text-sm font-semibold">{t('No tickets yet?')}</h2>
              <p className="text-compact text-muted">
                {t(
                  'Begin with a starter kit: the usual questions of a fashion, home or electronics shop, with answers to edit.',
                )}
              </p>
            </div>
            <Button onClick={() => setParams({ kits: '' })}>{t('Look at the kits')}</Button>
          </section>
          <EarlierImports onOpen={(id) => setParams({ import: id })} />
        </>
      )}
    </Page>
  );
}
